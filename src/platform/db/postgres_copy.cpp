// PostgreSQL's side of copies: its own pg_dump and pg_restore, told where by their environment so that no password shows.
#include <libpq-fe.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <map>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "platform/db/copy_engines.hpp"
#include "platform/db/error.hpp"

extern char** environ;  // NOLINT: POSIX declares it nowhere

namespace hebra::db {
namespace {

struct Free {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// This process's environment, with what the URL says in libpq's own variables.
std::map<std::string, std::string> environment_for(const std::string& url) {
    std::map<std::string, std::string> all;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text(*entry);
        const auto equals = text.find('=');
        if (equals != text.npos) all[std::string(text.substr(0, equals))] = text.substr(equals + 1);
    }
    const std::unique_ptr<PQconninfoOption, Free> options(PQconninfoParse(url.c_str(), nullptr));
    if (!options) throw Unavailable("the database's address cannot be read");
    for (const auto* option = options.get(); option->keyword; ++option)
        if (option->envvar && option->val) all[option->envvar] = option->val;
    all["PGAPPNAME"] = "hebra copy";
    return all;
}

/// A program of PostgreSQL's under way, its input or output in our hands. One that is not waited for is killed.
class Program {
  public:
    enum class We { read, write };

    Program(We we, std::vector<std::string> words, const std::string& url) : name_(words.front()), complaints_(std::tmpfile()) {
        // A socket, not a pipe: writing to a program that died is then an answer, not a signal.
        int ends[2];
        if (!complaints_ || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) throw Unavailable("no socket can be made");
        end_ = ends[0];
        spawn(we, words, url, ends[1]);
        ::close(ends[1]);
    }
    ~Program() {
        if (child_ > 0) ::kill(child_, SIGKILL);
        close_and_wait();
        std::fclose(complaints_);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    std::size_t read(std::span<std::uint8_t> out) const {
        for (;;) {
            const auto count = ::read(end_, out.data(), out.size());
            if (count >= 0) return static_cast<std::size_t>(count);
            if (errno != EINTR) throw Unavailable(fmt::format("{} does not answer", name_));
        }
    }
    /// False when the program is gone: `finish` says why.
    bool write(std::span<const std::uint8_t> bytes) const {
        while (!bytes.empty()) {
            const auto count = ::send(end_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
        return true;
    }
    /// Waits until it is done. Throws Unavailable with its last complaint unless it went well.
    void finish() {
        if (close_and_wait() != 0) throw Unavailable(fmt::format("{}: {}", name_, last_complaint()));
    }

  private:
    void spawn(We we, std::vector<std::string>& words, const std::string& url, int its_end) {
        std::vector<char*> arguments, settings;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        std::vector<std::string> lines;
        for (const auto& [key, value] : environment_for(url)) lines.push_back(key + "=" + value);
        for (auto& line : lines) settings.push_back(line.data());
        settings.push_back(nullptr);

        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, its_end, we == We::read ? STDOUT_FILENO : STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, ::fileno(complaints_), STDERR_FILENO);
        if (we == We::read) posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        const int error = ::posix_spawnp(&child_, words.front().c_str(), &files, nullptr, arguments.data(), settings.data());
        posix_spawn_file_actions_destroy(&files);
        if (error != 0) {
            child_ = 0;
            throw Unavailable(fmt::format("{} cannot be started: is postgresql-client installed?", name_));
        }
    }

    int close_and_wait() {
        if (end_ >= 0) ::close(std::exchange(end_, -1));
        if (child_ <= 0) return 0;
        int status = 0;
        while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {}
        child_ = 0;
        return status;
    }

    std::string last_complaint() const {
        std::rewind(complaints_);
        std::string last = "it ended without a word";
        char line[512];
        while (std::fgets(line, sizeof line, complaints_)) last = line;
        while (last.ends_with('\n')) last.pop_back();
        return last;
    }

    std::string name_;
    std::FILE* complaints_;
    int end_ = -1;
    ::pid_t child_ = 0;
};

/// One statement outside any transaction.
void run_alone(const std::string& url, const std::string& sql) {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(url.c_str()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), sql.c_str()), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        throw Unavailable(fmt::format("PostgreSQL: {}", PQerrorMessage(connection.get())));
}

}  // namespace

void postgres_copy_out(const std::string& url, const Take& take) {
    // Owners and grants belong to the server, not to what is kept.
    Program dump(Program::We::read, {"pg_dump", "--format=custom", "--compress=1", "--no-owner", "--no-privileges"}, url);
    Bytes piece(k_copied_at_once);
    while (const auto count = dump.read(piece)) take({piece.data(), count});
    dump.finish();
}

void postgres_copy_in(const std::string& url, const Give& give) {
    run_alone(url, fmt::format("CREATE TABLE {} (since TEXT)", k_unfinished));
    // One transaction: killed in the middle, it leaves nothing.
    Program restore(Program::We::write,
                    {"pg_restore", "--dbname=", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"}, url);
    Bytes piece(k_copied_at_once);
    while (const auto count = give(piece))
        if (!restore.write({piece.data(), count})) break;
    restore.finish();
}

bool postgres_scrub(const std::string& url, std::string_view table) {
    run_alone(url, fmt::format("VACUUM {}", table));
    return true;
}

}  // namespace hebra::db
