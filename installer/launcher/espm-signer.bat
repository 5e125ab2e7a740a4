@echo off
rem Starts the e-SPM Signer from the folder it was unpacked to. The exit code is the program's.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0.."
call "%~dp0java25.bat"
if not defined JAVA25 goto missing

rem The classes, kept by make-archive.bat for the Java of this computer; another Java ignores them.
set "ARCHIVE="
if exist "%HOME_DIR%\lib\espm-signer.aot" set ARCHIVE="-XX:AOTCache=%HOME_DIR%\lib\espm-signer.aot"

"%JAVA25%\bin\java.exe" "@%HOME_DIR%\launch.options" "-Dorg.sqlite.lib.path=%HOME_DIR%\lib" %ARCHIVE% -cp "%HOME_DIR%\lib\*" id.espm.app.Main %*
exit /b %ERRORLEVEL%

:missing
>&2 echo espm-signer: Java 25 tidak ditemukan. Pasang Eclipse Temurin 25 (JRE, Windows x64), lalu ulangi;
>&2 echo   jika sudah terpasang di tempat lain, isi ESPM_JAVA atau JAVA_HOME dengan foldernya.
>&2 echo   Temurin: https://adoptium.net
>&2 echo espm-signer: no Java 25 was found. Install Eclipse Temurin 25 (JRE, Windows x64) and try again;
>&2 echo   if it is installed elsewhere, set ESPM_JAVA or JAVA_HOME to its folder.
rem A double click has opened this console, and would close it before anybody could read.
if "%~1"=="" pause
exit /b 70
