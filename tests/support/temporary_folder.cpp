#include "tests/support/temporary_folder.hpp"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>

#include <fmt/format.h>

namespace hebra::test {
namespace {

constexpr std::string_view k_prefix = "hebra-test.";

/// Removes what programs that were killed have left behind.
void sweep(const std::filesystem::path& place) {
    for (const auto& entry : std::filesystem::directory_iterator(place)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(k_prefix)) continue;
        const int owner = std::atoi(name.c_str() + k_prefix.size());
        std::error_code busy;
        if (owner > 0 && kill(owner, 0) != 0 && errno == ESRCH) std::filesystem::remove_all(entry.path(), busy);
    }
}

const std::filesystem::path& place() {
    static const auto place = [] {
        const std::filesystem::path found =
            access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
        sweep(found);
        return found;
    }();
    return place;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    auto name = fmt::format("{}/{}{}.XXXXXX", place().string(), k_prefix, getpid());
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made at " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // a folder left behind in memory is no test's failure
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace hebra::test
