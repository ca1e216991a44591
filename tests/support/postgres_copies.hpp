// PostgreSQL databases for tests, made once and used again: making one costs fifty times as much as emptying one.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace hebra::test {

class PostgresCopies {
  public:
    using Prepare = void (*)(db::Database&);

    /// Those of this program, on the shared server.
    static PostgresCopies& shared();
    /// Removes them all, if the server outlives the program.
    ~PostgresCopies();

    /// The name of a database that holds exactly what `prepare` made. Nobody else has it until it is given back.
    std::string take(Prepare prepare);
    void give_back(Prepare prepare, const std::string& name) { idle_[prepare].push_back(name); }

  private:
    PostgresCopies() = default;
    const std::string& original(Prepare prepare);
    std::string create(const std::string& from);
    void drop(const std::string& name);

    std::map<Prepare, std::string> originals_;
    std::map<Prepare, std::vector<std::string>> idle_;
    std::vector<std::string> all_;
};

}  // namespace hebra::test
