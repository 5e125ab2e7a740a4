/** The routes of docs/api/espm.yaml: they read a request, call, and print the answer. */
@NullMarked
package id.espm.sandbox.espm.http;

import org.jspecify.annotations.NullMarked;
