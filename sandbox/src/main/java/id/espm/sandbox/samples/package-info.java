/**
 * Sample packages to practise with: ADK as SAS and GPP write them, and PDFs that an official would recognise. Every page
 * says that it is practice.
 */
@NullMarked
package id.espm.sandbox.samples;

import org.jspecify.annotations.NullMarked;
