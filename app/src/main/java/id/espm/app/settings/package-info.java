/** What the user set up once: profile, rules, trust anchors, and where they lie. Never a passphrase, password or token. */
@NullMarked
package id.espm.app.settings;

import org.jspecify.annotations.NullMarked;
