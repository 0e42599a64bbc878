# What `cmake --install` puts where: the program with its rules, the library, and what building against it needs; by
# `--component archive` alone also the library to be linked into a program, with `pkg-config --static`.
include(CMakePackageConfigHelpers)
set(package_files ${CMAKE_INSTALL_LIBDIR}/cmake/daejo)

install(TARGETS daejo_cli RUNTIME COMPONENT program)
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/daejo/rules COMPONENT program)
# In an archive the inner names are the linker's too: one of a program that is the same would stand for ours or be refused. So what is
# installed is one object, in which they are its own (ld -r, objcopy --localize-hidden).
set(archive ${CMAKE_BINARY_DIR}/archive/libdaejo.a)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/archive)
add_custom_command(OUTPUT ${archive} DEPENDS daejo VERBATIM
  COMMAND ${CMAKE_LINKER} -r -o archive/daejo.o --whole-archive $<TARGET_FILE:daejo>
  COMMAND ${CMAKE_OBJCOPY} --localize-hidden archive/daejo.o
  COMMAND ${CMAKE_COMMAND} -E rm -f ${archive}
  COMMAND ${CMAKE_AR} rcs ${archive} archive/daejo.o)
add_custom_target(archive ALL DEPENDS ${archive})
install(FILES ${archive} DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT archive EXCLUDE_FROM_ALL)
install(TARGETS daejo_shared EXPORT daejo LIBRARY COMPONENT library NAMELINK_COMPONENT development)

install(FILES include/daejo.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT daejo NAMESPACE daejo:: FILE daejoConfig.cmake DESTINATION ${package_files} COMPONENT development)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/daejoConfigVersion.cmake COMPATIBILITY SameMinorVersion)
file(RELATIVE_PATH prefix_from_pc ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
list(TRANSFORM link_words PREPEND -l)
list(JOIN link_words " " libraries_of_archive)
configure_file(cmake/daejo.pc.in ${CMAKE_BINARY_DIR}/daejo.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/daejoConfigVersion.cmake DESTINATION ${package_files} COMPONENT development)
install(FILES ${CMAKE_BINARY_DIR}/daejo.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
