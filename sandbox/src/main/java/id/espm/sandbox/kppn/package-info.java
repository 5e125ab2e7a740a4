/** KPPN's side: the inbox, the download that makes a submission "diterima", and the way to done or rejected. */
@NullMarked
package id.espm.sandbox.kppn;

import org.jspecify.annotations.NullMarked;
