# hebra_embed_text(TARGET NAME FILE) puts a small text file into the program, as `hebra::embedded::NAME`
# (a std::string_view; the room that uses it declares it `extern`). A changed file is embedded anew by the next build.
# A raw string literal is enough below 64 KiB, and compiles in no time; larger things belong to platform/assets.
function(hebra_embed_text target name file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(SIZE ${file} size)
  if(size GREATER 65000)
    message(FATAL_ERROR "${file} is too large for a string literal")
  endif()
  file(READ ${file} text)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY NEWLINE_STYLE UNIX CONTENT
"#include <string_view>
namespace hebra::embedded {
extern const std::string_view @name@;
constinit const std::string_view @name@ = R\"text(@text@)text\";
}
")
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()
