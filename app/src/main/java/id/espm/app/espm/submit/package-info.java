/** The whole way of a bundle: announced, uploaded, completed, and proven to be sent by a receipt that was checked. */
@NullMarked
package id.espm.app.espm.submit;

import org.jspecify.annotations.NullMarked;
