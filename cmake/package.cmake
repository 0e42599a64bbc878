# cpack: three Debian packages, as Debian parts a program, its library and what is built against it. To be configured with
# the preset `package`, so that the library's folder is Debian's.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "daejo")
set(CPACK_PACKAGE_CONTACT "daejo maintainers <daejo@daejo.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program library development)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

function(package component name section text)
  string(TOUPPER ${component} component)
  set(CPACK_DEBIAN_${component}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${component}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${component}_DESCRIPTION "${text}" PARENT_SCOPE)
endfunction()

set(about "daejo reads several news stories about one event, gives every amount, date,\ncount, percentage, name and quotation in them an exact value, finds out which\nspeak of the same fact, and reports where the stories disagree.")
package(program daejo text "${about}")
package(library libdaejo0 libs "${about}\n.\nThis package has the shared library.")
package(development libdaejo-dev libdevel "${about}\n.\nThis package has what is needed to build against the library.")
# which package a program needs that is linked with the library, and that the linker's cache is to be renewed
file(WRITE ${CMAKE_BINARY_DIR}/debian/shlibs "libdaejo 0 libdaejo0 (>= ${PROJECT_VERSION})\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${CMAKE_BINARY_DIR}/debian/shlibs ${CMAKE_SOURCE_DIR}/cmake/debian/triggers)
# the rules come with the program
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "daejo (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libdaejo0 (= ${PROJECT_VERSION})")

# what Debian asks of every package: whose it is and what changed
set(changelog ${CMAKE_BINARY_DIR}/changelog.gz)
configure_file(cmake/debian/changelog.in ${CMAKE_BINARY_DIR}/changelog @ONLY)
add_custom_command(OUTPUT ${changelog} DEPENDS ${CMAKE_BINARY_DIR}/changelog VERBATIM
                   COMMAND ${GZIP} -9n --keep --force ${CMAKE_BINARY_DIR}/changelog)
add_custom_target(daejo_changelog ALL DEPENDS ${changelog})
foreach(component program library development)
  string(TOUPPER ${component} upper)
  set(place ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  install(FILES cmake/debian/copyright ${changelog} DESTINATION ${place} COMPONENT ${component})
endforeach()

include(CPack)
