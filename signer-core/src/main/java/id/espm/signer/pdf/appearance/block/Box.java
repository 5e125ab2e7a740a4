package id.espm.signer.pdf.appearance.block;

/** A rectangle in the block, in points from its lower left corner. */
record Box(double left, double bottom, double width, double height) {}
