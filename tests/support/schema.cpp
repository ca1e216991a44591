#include "tests/support/schema.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "platform/db/migrations.hpp"

namespace hebra::test {

void schema(db::Database& database) {
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(HEBRA_MIGRATIONS)) files.push_back(file.path());
    std::ranges::sort(files);
    std::vector<std::string> scripts;
    for (const auto& file : files) {
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        scripts.push_back(text.str());
    }
    std::vector<db::Migration> migrations;
    for (const auto& script : scripts) migrations.push_back({static_cast<int>(migrations.size()) + 1, "step", script});
    db::migrate(database, migrations);
}

}  // namespace hebra::test
