#include "tests/support/temporary_folder.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <stdexcept>

namespace hebra::test {

TemporaryFolder::TemporaryFolder() {
    const bool memory = access("/dev/shm", W_OK) == 0;
    std::string name = (memory ? "/dev/shm" : std::filesystem::temp_directory_path().string()) + "/hebra-test.XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made at " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // a folder left behind in memory is no test's failure
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace hebra::test
