; The window without a console: starts bin\espm-signer.bat unseen, waits for it, and shows what it said where it failed.
Target amd64-unicode
!include "FileFunc.nsh"
Name "e-SPM Signer"
OutFile "${OUT}"
Icon "${ICON}"
RequestExecutionLevel user
SilentInstall silent
XPStyle on
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "e-SPM Signer"
VIAddVersionKey "FileDescription" "e-SPM Signer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

Section
    ${GetParameters} $0
    ; No input: a launcher that waits for a key would wait where nobody sees it.
    nsExec::ExecToStack '"$SYSDIR\cmd.exe" /d /s /c ""$EXEDIR\bin\espm-signer.bat" window $0 <nul"'
    Pop $1
    Pop $2
    StrCmp $1 0 done
    SetErrorLevel $1
    MessageBox MB_OK|MB_ICONEXCLAMATION "$2" /SD IDOK
done:
SectionEnd
