# What the program prints of itself from its tables, to be installed: the manual page and what shells complete by.
# DAEJO_ZSH_DIR: where zsh looks; Debian's packages have share/zsh/vendor-completions.
set(DAEJO_ZSH_DIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING "folder for zsh's completion")

set(printed ${CMAKE_BINARY_DIR}/printed)
file(MAKE_DIRECTORY ${printed})
foreach(what man "completion bash" "completion zsh" "completion fish")
  string(REPLACE " " "-" file ${what})
  separate_arguments(words UNIX_COMMAND ${what})
  add_custom_command(OUTPUT ${printed}/${file} DEPENDS daejo_cli COMMAND daejo_cli ${words} >${printed}/${file})
  list(APPEND printed_files ${printed}/${file})
endforeach()
find_program(GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${printed}/daejo.1.gz DEPENDS ${printed}/man COMMAND ${GZIP} -9n <${printed}/man >${printed}/daejo.1.gz)
add_custom_target(printed ALL DEPENDS ${printed_files} ${printed}/daejo.1.gz)

install(FILES ${printed}/daejo.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${printed}/completion-bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME daejo COMPONENT program)
install(FILES ${printed}/completion-zsh DESTINATION ${DAEJO_ZSH_DIR} RENAME _daejo COMPONENT program)
install(FILES ${printed}/completion-fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME daejo.fish COMPONENT program)
