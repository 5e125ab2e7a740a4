@echo off
rem Starts the e-SPM Signer from the folder it was unpacked to. The exit code is the program's.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0.."
set "JAVA25="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :consider "%%~dp$PATH:J.."
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto") do call :search "%ProgramFiles%\%%~V"
if not defined JAVA25 goto missing

"%JAVA25%\bin\java.exe" "@%HOME_DIR%\launch.options" -cp "%HOME_DIR%\lib\*" id.espm.app.Main %*
exit /b %ERRORLEVEL%

rem The first home that holds Java 25 is taken; the release file tells the version without a start of Java.
:consider
if defined JAVA25 exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
if "%VERSION%"=="25" set "JAVA25=%~1"
if "%VERSION:~0,3%"=="25." set "JAVA25=%~1"
exit /b 0

:search
if not exist "%~1\" exit /b 0
pushd "%~1"
for /d %%J in (*25*) do call :consider "%~1\%%J"
popd
exit /b 0

:missing
>&2 echo espm-signer: Java 25 tidak ditemukan. Pasang Eclipse Temurin 25, lalu ulangi;
>&2 echo   jika sudah terpasang di tempat lain, isi JAVA_HOME dengan foldernya.
>&2 echo espm-signer: no Java 25 was found. Install Eclipse Temurin 25 and try again;
>&2 echo   if it is installed elsewhere, set JAVA_HOME to its folder.
exit /b 70
