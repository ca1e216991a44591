// One target, two programs. In the `fuzz` preset libFuzzer feeds it whatever it makes up; in the tests it reads the corpus that
// is committed, so that nothing that was found comes back.
#pragma once
#include <cstdlib>
#include <string_view>

#ifdef HEBRA_FUZZING

#include <cstddef>
#include <cstdint>

#define HEBRA_FUZZ(name)                                                                     \
    static void fuzz_##name(std::string_view bytes);                                         \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {      \
        fuzz_##name({reinterpret_cast<const char*>(data), size});                            \
        return 0;                                                                            \
    }                                                                                        \
    static void fuzz_##name(std::string_view bytes)

#else

#include "tests/fuzz/replay.hpp"

#define HEBRA_FUZZ(name)                                                                     \
    static void fuzz_##name(std::string_view bytes);                                         \
    TEST(Fuzz, name) { hebra::fuzz::replay(#name, fuzz_##name); }                            \
    static void fuzz_##name(std::string_view bytes)

#endif

namespace hebra::fuzz {

/// What must hold whatever came in. It stops the program, so that both programs see it.
inline void must(bool is_so) {
    if (!is_so) std::abort();
}

}  // namespace hebra::fuzz
