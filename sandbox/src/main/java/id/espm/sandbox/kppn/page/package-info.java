/**
 * KPPN's pages and the mailbox of practice, in Indonesian: HTML made by templates, forms for what changes, no scripts
 * (ADR-0017).
 */
@NullMarked
package id.espm.sandbox.kppn.page;

import org.jspecify.annotations.NullMarked;
