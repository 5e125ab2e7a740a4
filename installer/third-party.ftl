<#-- The page of mvn -Pthird-party; its table is read by `espm-signer licenses`. -->
<#-- What the poms do not say: parts of a library that are under a further licence, and a licence named without its version. -->
<#assign whole = {
  "software.amazon.cryptools:AmazonCorrettoCryptoProvider": "Apache-2.0 AND OpenSSL AND ISC AND MIT AND BSD-3-Clause",
  "net.sf.jasperreports:jasperreports-fonts": "LGPL-3.0 AND Bitstream-Vera",
  "com.github.librepdf:openpdf-fonts-extra": "(LGPL-2.1 OR MPL-2.0) AND OFL-1.1",
  "org.apache.pdfbox:pdfbox": "Apache-2.0 AND OFL-1.1",
  "org.openjfx:javafx-graphics": "GPL-2.0-with-classpath-exception AND MIT AND IJG",
  "org.xerial:sqlite-jdbc": "Apache-2.0 AND BSD-2-Clause",
  "tools.jackson.core:jackson-core": "Apache-2.0 AND MIT AND BSD-2-Clause"
}>
# Libraries of others

What a distribution of the e-SPM Signer holds besides the program itself, each library unchanged in a jar of its own (but for what [ADR-0013](docs/decisions/0013-an-archive-of-classes.md) and [ADR-0018](docs/decisions/0018-an-image-with-its-own-java.md) take out of some), on these terms; the texts lie in [licenses](licenses). Licences are named as SPDX does. `OR` leaves the choice to whoever uses the library. SQLite itself, in sqlite-jdbc, is in the public domain. The Java that a package brings has its licences in `runtime/legal`.

Made by `mvn -Pthird-party -pl sandbox,signer-core,app process-classes`; a test fails where it lacks a library or has another version.

| library | version | licence | where it comes from |
|---|---|---|---|
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
<#assign name = library.groupId + ":" + library.artifactId>
<#assign row = "| " + name + " | " + library.version + " | " + ((whole[name])!(entry.getValue()?join(" OR "))) + " | " + ((library.url)!"") + " |">
<#if library.groupId != "id.espm" && row != (previous!"")>
${row}
</#if>
<#assign previous = row>
</#list>
