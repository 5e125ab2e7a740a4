/** How the sample prints are drawn: pages, tables, running text, and numbers and dates in Indonesian. */
@NullMarked
package id.espm.sandbox.samples.print;

import org.jspecify.annotations.NullMarked;
