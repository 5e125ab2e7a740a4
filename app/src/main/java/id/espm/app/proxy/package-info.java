/** Which of the office's proxies leads to an address: the system's, or those that a proxy auto-configuration script names. */
@NullMarked
package id.espm.app.proxy;

import org.jspecify.annotations.NullMarked;
