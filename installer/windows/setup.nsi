; The setup program for one user: no administrator, nothing outside of the user's own folders and registry (ADR-0021).
; Defined by installer/windows/setup: FOLDER OUT VERSION NUMBERS ICON LIST SIZE
Target amd64-unicode
SetCompressor zlib
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define ID "espm-signer"
!define PROG_ID "id.espm.signer.asice"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define MENU "$SMPROGRAMS\e-SPM Signer"

Name "e-SPM Signer"
BrandingText "e-SPM Signer ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "e-SPM Signer"
VIAddVersionKey "FileDescription" "e-SPM Signer ${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_LANGDLL_ALWAYSSHOW
!define MUI_FINISHPAGE_RUN "$INSTDIR\espm-signer-window.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is the one of whoever chooses none.
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString IN_USE ${LANG_INDONESIAN} "e-SPM Signer sedang berjalan. Tutup dahulu, lalu ulangi."
LangString IN_USE ${LANG_ENGLISH} "The e-SPM Signer is running. Close it, then try again."
LangString OLD_STAYS ${LANG_INDONESIAN} "Versi lama di $INSTDIR tidak dapat dihapus."
LangString OLD_STAYS ${LANG_ENGLISH} "The older version in $INSTDIR cannot be removed."
LangString NO_JAVA ${LANG_INDONESIAN} "Program sudah terpasang, tetapi Java 25 belum ada di komputer ini. Pasang Eclipse Temurin 25 (JRE, Windows x64) dari adoptium.net; hak administrator tidak diperlukan bila dipasang untuk satu pengguna."
LangString NO_JAVA ${LANG_ENGLISH} "The program is installed, but there is no Java 25 on this computer yet. Install Eclipse Temurin 25 (JRE, Windows x64) from adoptium.net; installed for one user it needs no administrator."
LangString BUNDLE ${LANG_INDONESIAN} "Paket bertanda tangan (ASiC-E)"
LangString BUNDLE ${LANG_ENGLISH} "Signed package (ASiC-E)"
LangString TERMINAL ${LANG_INDONESIAN} "e-SPM Signer (baris perintah)"
LangString TERMINAL ${LANG_ENGLISH} "e-SPM Signer (command line)"
LangString GUIDE ${LANG_INDONESIAN} "Panduan e-SPM Signer"
LangString GUIDE ${LANG_ENGLISH} "Guide to the e-SPM Signer"

; The jar with the program is open as long as it runs, and Windows renames no file that Java has open.
!macro REQUIRE_CLOSED UN
    Function ${UN}RequireClosed
    again:
        FindFirst $0 $1 "$INSTDIR\lib\espm-signer-app-*.jar"
        FindClose $0
        StrCmp $1 "" closed
        ClearErrors
        Rename "$INSTDIR\lib\$1" "$INSTDIR\lib\$1.trying"
        IfErrors running
        Rename "$INSTDIR\lib\$1.trying" "$INSTDIR\lib\$1"
        Goto closed
    running:
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDCANCEL IDRETRY again
        SetErrorLevel 2
        Quit
    closed:
    FunctionEnd
!macroend
!insertmacro REQUIRE_CLOSED ""
!insertmacro REQUIRE_CLOSED "un."

!macro TELL_SHELL
    ; SHCNE_ASSOCCHANGED: the shell looks at types and icons anew.
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro SPEAK_AS_BEFORE
    ReadRegStr $0 HKCU "${UNINSTALL}" "Language"
    StrCmp $0 "" +2
    StrCpy $LANGUAGE $0
!macroend

Function .onInit
    SetShellVarContext current
    StrCpy $LANGUAGE ${LANG_INDONESIAN}
    !insertmacro SPEAK_AS_BEFORE
    IfSilent silent
    !insertmacro MUI_LANGDLL_DISPLAY
silent:
FunctionEnd

Function un.onInit
    SetShellVarContext current
    !insertmacro SPEAK_AS_BEFORE
FunctionEnd

Section
    Call RequireClosed
    ; An older version takes its own files out: a jar that it leaves would be on the class path.
    IfFileExists "$INSTDIR\uninstall.exe" 0 fresh
    ClearErrors
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR' $0
    IfErrors stays
    StrCmp $0 0 fresh
stays:
    MessageBox MB_OK|MB_ICONSTOP "$(OLD_STAYS)" /SD IDOK
    SetErrorLevel 2
    Quit

fresh:
    SetOutPath "$INSTDIR"
    File /r "${FOLDER}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateDirectory "${MENU}"
    CreateShortCut "${MENU}\e-SPM Signer.lnk" "$INSTDIR\espm-signer-window.exe"
    CreateShortCut "${MENU}\$(TERMINAL).lnk" "$SYSDIR\cmd.exe" '/k set "PATH=$INSTDIR\bin;%PATH%" && espm-signer --help' \
        "$INSTDIR\espm-signer-window.exe"
    CreateShortCut "${MENU}\$(GUIDE).lnk" "$INSTDIR\docs\panduan\index.html"

    ; What opened .asice before is kept, and put back when this is removed.
    ReadRegStr $0 HKCU "${CLASSES}\.asice" ""
    StrCmp $0 "" associate
    StrCmp $0 "${PROG_ID}" associate
    WriteRegStr HKCU "${CLASSES}\${PROG_ID}" "former" $0
associate:
    WriteRegStr HKCU "${CLASSES}\.asice" "" "${PROG_ID}"
    WriteRegStr HKCU "${CLASSES}\${PROG_ID}" "" "$(BUNDLE)"
    WriteRegStr HKCU "${CLASSES}\${PROG_ID}\DefaultIcon" "" "$INSTDIR\espm-signer-window.exe,0"
    WriteRegStr HKCU "${CLASSES}\${PROG_ID}\shell\open\command" "" '"$INSTDIR\espm-signer-window.exe" "%1"'
    !insertmacro TELL_SHELL

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "e-SPM Signer"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\espm-signer-window.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "e-SPM Signer"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "Language" "$LANGUAGE"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

    IfSilent told
    nsExec::ExecToStack '"$SYSDIR\cmd.exe" /d /s /c ""$INSTDIR\bin\espm-signer.bat" --version <nul"'
    Pop $0
    Pop $1
    StrCmp $0 70 0 told
    MessageBox MB_OK|MB_ICONINFORMATION "$(NO_JAVA)" /SD IDOK
told:
SectionEnd

; Takes out what was put in, file by file, and nothing else: the folder may be one that holds more.
Section "Uninstall"
    Call un.RequireClosed
    !include "${LIST}"
    Delete "$INSTDIR\lib\espm-signer.aot"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR\lib"
    RMDir "$INSTDIR"

    ; The entries are named in the language of that time.
    Delete "${MENU}\*.lnk"
    RMDir "${MENU}"

    ReadRegStr $0 HKCU "${CLASSES}\.asice" ""
    StrCmp $0 "${PROG_ID}" 0 foreign
    ReadRegStr $1 HKCU "${CLASSES}\${PROG_ID}" "former"
    StrCmp $1 "" nobody
    WriteRegStr HKCU "${CLASSES}\.asice" "" $1
    Goto foreign
nobody:
    DeleteRegKey HKCU "${CLASSES}\.asice"
foreign:
    DeleteRegKey HKCU "${CLASSES}\${PROG_ID}"
    !insertmacro TELL_SHELL
    DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
