# What every target is compiled with, and how two cores are shared among heavy files and links.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_SOURCE_DIR}/cmake/cached)
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
                    -Woverloaded-virtual -fno-strict-aliasing)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these falsely in optimised standard headers.
  add_compile_options(-fpch-preprocess -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds
                      -Wno-dangling-pointer -Wno-stringop-overread)
else()
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp" -Wno-gnu-zero-variadic-macro-arguments)
endif()

# What is given to people does not carry the paths of the machine it was built on; tests find their files by them.
if(NOT HEBRA_TESTS)
  add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/= -ffile-prefix-map=../../=)
endif()

# Heavy files and links never run together: each may need close to a gigabyte.
set_property(GLOBAL PROPERTY JOB_POOLS compile=2 link=1)
set(CMAKE_JOB_POOL_COMPILE compile)
set(CMAKE_JOB_POOL_LINK link)
