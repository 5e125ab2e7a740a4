@echo off
rem Starts the e-SPM Signer from the folder it was unpacked to. The exit code is the program's.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0.."
set "JAVA25="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JAVA25 for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA25 call :consider "%%~dpJ.."
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto") do (
  if not defined JAVA25 for /d %%J in ("%ProgramFiles%\%%~V\*25*") do if not defined JAVA25 call :consider "%%~J"
)
if not defined JAVA25 goto missing

"%JAVA25%\bin\java.exe" "@%HOME_DIR%\launch.options" -cp "%HOME_DIR%\lib\*" id.espm.app.Main %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\java.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul
if not errorlevel 1 set "JAVA25=%~1"
exit /b 0

:missing
>&2 echo espm-signer: Java 25 tidak ditemukan. Pasang Eclipse Temurin 25, lalu ulangi;
>&2 echo   jika sudah terpasang di tempat lain, isi JAVA_HOME dengan foldernya.
>&2 echo espm-signer: no Java 25 was found. Install Eclipse Temurin 25 and try again;
>&2 echo   if it is installed elsewhere, set JAVA_HOME to its folder.
exit /b 70
