#include "tests/fuzz/replay.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace hebra::fuzz {

void replay(std::string_view name, void (*target)(std::string_view)) {
    int read = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(HEBRA_CORPUS) / name)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const auto half = bytes.size() / 2;
        target(bytes);
        target(bytes.substr(0, half));
        target(bytes.substr(half) + bytes.substr(0, half));
        ++read;
    }
    EXPECT_GT(read, 0) << name << " has no corpus";
}

}  // namespace hebra::fuzz
