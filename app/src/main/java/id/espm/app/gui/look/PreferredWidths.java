package id.espm.app.gui.look;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Gives each column of a table the width that it prefers, and the last one what is left; where there is too little, each gives
 * up the same part of what it has above its least. Unlike JavaFX's own policies it does not depend on how wide the table was
 * before. Widths that somebody dragged are preferred from then on.
 */
@SuppressWarnings("rawtypes") // as the property of TableView is declared
public final class PreferredWidths implements Callback<TableView.ResizeFeatures, Boolean> {
    @Override
    @SuppressWarnings("unchecked")
    public Boolean call(TableView.ResizeFeatures features) {
        return resize((TableView.ResizeFeatures<Object>) features);
    }

    private static boolean resize(TableView.ResizeFeatures<Object> features) {
        List<TableColumn<Object, ?>> columns = features.getTable().getVisibleLeafColumns();
        if (columns.isEmpty()) {
            return false;
        }
        if (features.getColumn() != null) {
            boolean resized = TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN.call(features);
            columns.forEach(column -> column.setPrefWidth(column.getWidth()));
            return resized;
        }
        double room = features.getContentWidth();
        double least = columns.stream().mapToDouble(TableColumn::getMinWidth).sum();
        double preferred =
                columns.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        double part = preferred > least ? Math.clamp((room - least) / (preferred - least), 0, 1) : 1;
        double used = 0;
        for (TableColumn<Object, ?> column : columns) {
            double wanted = column.getMinWidth() + part * (column.getPrefWidth() - column.getMinWidth());
            double width = column.equals(columns.getLast()) ? Math.max(wanted, room - used) : Math.floor(wanted);
            features.setColumnWidth(column, width);
            used += width;
        }
        return true;
    }
}
