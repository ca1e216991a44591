# hebra_embed_assets(NAME DIR) makes a library with hebra::assets::NAME(), the table of DIR's files with their compressed
# variants, put into the binary by the assembler (.incbin): megabytes cost milliseconds, where a C array costs seconds.
# With an empty DIR, or one that is not there, the table is empty.
#
# Stale-proof: the set of files is looked at again on every build, and each file is a dependency. Compressed variants are
# kept by the hash of what they compress, so that only what changed is compressed again.
function(hebra_embed_assets name dir)
  set(files "")
  if(dir AND IS_DIRECTORY ${dir})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${dir}/*)
  elseif(dir)
    file(GLOB unused CONFIGURE_DEPENDS ${dir})  # configure again when it appears
    message(STATUS "${dir} is not built: ${name} is empty")
  endif()

  string(SHA256 file_set "${files}")  # in the command, so that it also runs when a file only went away

  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name})
  add_custom_command(
    OUTPUT ${out}/table.cpp ${out}/bytes.S
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DDIR=${dir} -DOUT=${out} -DFILE_SET=${file_set}
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_assets.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_assets.cmake
    COMMENT "Embedding ${dir} as ${name}" VERBATIM)
  add_library(${name} STATIC ${out}/table.cpp ${out}/bytes.S)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
endfunction()
