# cmake -DSTYLE=… -DSCRIPT=… -DOUT=… -P embed.cmake: writes a C file that holds the style and the script of the HTML report,
# and of each the SHA-256 in base64, by which the page's content security policy knows them.

# base64 of a text of 64 hexadecimal digits: three of them are two characters
function(base64_of hex out)
  set(letters ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(hex ${hex}00)
  set(text "")
  foreach(at RANGE 0 63 3)
    string(SUBSTRING ${hex} ${at} 3 three)
    math(EXPR high "0x${three} >> 6")
    math(EXPR low "0x${three} & 63")
    string(SUBSTRING ${letters} ${high} 1 first)
    string(SUBSTRING ${letters} ${low} 1 second)
    string(APPEND text ${first}${second})
  endforeach()
  string(SUBSTRING ${text} 0 43 text)
  set(${out} "${text}=" PARENT_SCOPE)
endfunction()

function(define name file)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n    " bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  file(SHA256 ${file} hash)
  base64_of(${hash} hash)
  file(APPEND ${OUT} "const char ${name}[] = {\n    ${bytes}0};\nconst char ${name}_hash[] = \"${hash}\";\n")
endfunction()

file(WRITE ${OUT} "/* Made by cmake/embed.cmake. */\n#include \"report/html.h\"\n\n")
define(dj_page_style ${STYLE})
define(dj_page_script ${SCRIPT})
