/** Reading a signed bundle as hostile: the container, its contents list, its manifests and the originals. */
@NullMarked
package id.espm.sandbox.judge.bundle;

import org.jspecify.annotations.NullMarked;
