/** One call to eSPM over HTTP: safe connections, answers as values, failures as problems. The only package that knows OkHttp. */
@NullMarked
package id.espm.app.espm.http;

import org.jspecify.annotations.NullMarked;
