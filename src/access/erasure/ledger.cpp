#include "access/erasure/ledger.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include "access/erasure/line.hpp"
#include "access/keys/store.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::access {
namespace {

std::string name_of(std::int64_t seq) { return fmt::format("erasure.{:012}", seq); }

/// Where it stands that a record was erased: found whole, however long the ledger is.
std::string mark_of(std::string_view where, const SubjectId& record) { return fmt::format("erased.{}.{}", record.text(), where); }
constexpr std::string_view k_everywhere = "all";

void mark(db::Tx& tx, const Erasure& erasure) {
    const auto keep = [&](std::string_view where, const SubjectId& record) {
        tx.run("INSERT INTO installation (name, value) VALUES (:name, :seq) ON CONFLICT DO NOTHING",
               {db::arg("name", mark_of(where, record)), db::arg("seq", fmt::format("{}", erasure.seq))});
    };
    keep(erasure.institution.text(), erasure.person);
    for (const auto& record : erasure.own) keep(erasure.institution.text(), record);
    for (const auto& record : erasure.shared) keep(k_everywhere, record);
}

/// One adds a line at a time: two who read the same last one at READ COMMITTED would give theirs the same number.
void pass_turnstile(db::Tx& tx) {
    tx.add(R"sql(
        INSERT INTO installation (name, value) VALUES ('ledger', 'marked')
        ON CONFLICT (name) DO UPDATE SET value = installation.value
    )sql");
}

Refuse broken() { return refuse(Refused::unavailable, words::k_ledger_broken); }

}  // namespace

/// The ledger's file, held by this process alone while it is compared and added to.
class ErasureLedger::File {
  public:
    explicit File(const std::filesystem::path& path)
        : path_(path), file_(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
        if (file_ < 0 || ::flock(file_, LOCK_EX) != 0) fail();
    }
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// A line cut short by a power failure goes: the database still has it.
    void cut_to(std::uint64_t size) const {
        if (::ftruncate(file_, static_cast<::off_t>(size)) != 0) fail();
    }
    void append(std::string_view text) const {
        if (::write(file_, text.data(), text.size()) != std::ssize(text) || ::fsync(file_) != 0) fail();
        const auto folder = path_.parent_path();
        const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (handle >= 0) {
            ::fsync(handle);
            ::close(handle);
        }
    }
    Mark mark() const {
        struct ::stat now{};
        if (::fstat(file_, &now) != 0) fail();
        return {now.st_dev, now.st_ino, static_cast<std::uint64_t>(now.st_size),
                std::int64_t(now.st_ctim.tv_sec) * 1'000'000'000 + now.st_ctim.tv_nsec};
    }

  private:
    [[noreturn]] void fail() const { throw std::system_error(errno, std::generic_category(), path_.string()); }

    std::filesystem::path path_;
    int file_;
};

bool is_erased(db::Reader& reader, InstitutionId institution, std::string_view record) {
    const auto id = Uuid::parse(record);
    if (!id) return false;
    return reader.maybe<std::int64_t>("SELECT 1 FROM installation WHERE name IN (:ours, :everywhere) LIMIT 1",
                                      {db::arg("ours", mark_of(institution.text(), *id)),
                                       db::arg("everywhere", mark_of(k_everywhere, *id))}).has_value();
}

std::string ErasureLedger::line_of(const std::string& told, const std::string& before) const {
    return told + " " + to_hex(crypto::mac(vault_.erasures(), bytes_of(before + "\n" + told)));
}

bool ErasureLedger::follow(const std::vector<std::string>& lines, std::int64_t seq, std::string before) const {
    for (const auto& line : lines) {
        const auto parsed = parse_line(line);
        if (!parsed || seq_of(*parsed) != ++seq) return false;
        if (!crypto::same(bytes_of(line_of(words_of(*parsed), before)), bytes_of(line))) return false;
        before = line;
    }
    return true;
}

std::vector<std::string> ErasureLedger::in_database(db::Reader& reader, std::int64_t from) const {
    return reader.all<std::string>("SELECT value FROM installation WHERE name >= :from AND name < 'erasure/' ORDER BY name",
                                   {db::arg("from", name_of(from))});
}

Result<std::vector<std::string>> ErasureLedger::in_file() const {
    std::ifstream file(file_, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!file.eof()) lines.push_back(line);  // without its line break it was cut short
    if (!follow(lines)) return broken();
    return lines;
}

std::int64_t ErasureLedger::next(db::Tx& tx, const std::function<std::string(std::int64_t)>& told) {
    pass_turnstile(tx);
    const auto before = tx.maybe<std::string>(R"sql(
        SELECT value
          FROM installation
         WHERE name > 'erasure.'
           AND name < 'erasure/'
         ORDER BY name DESC
         LIMIT 1
    )sql");
    const auto seq = before ? seq_of(parse_line(*before).value()) + 1 : 1;
    tx.add("INSERT INTO installation (name, value) VALUES (:name, :line)",
           {db::arg("name", name_of(seq)), db::arg("line", line_of(told(seq), before.value_or("")))});
    return seq;
}

Erasure ErasureLedger::add(db::Tx& tx, Erasure erasure) {
    next(tx, [&](std::int64_t seq) {
        erasure.seq = seq;
        return words_of(erasure);
    });
    mark(tx, erasure);
    vault_.erase(tx, erasure.institution, erasure.person);
    for (const auto& subject : erasure.own) vault_.erase(tx, erasure.institution, subject);
    for (const auto& subject : erasure.shared) store::erase_subject_everywhere(tx, subject);
    return erasure;
}

TakenBack ErasureLedger::add(db::Tx& tx, TakenBack withdrawal) {
    next(tx, [&](std::int64_t seq) {
        withdrawal.seq = seq;
        return words_of(withdrawal);
    });
    return withdrawal;
}

void ErasureLedger::forget(const Erasure& erasure) {
    vault_.forget(erasure.person, erasure.institution);
    for (const auto& subject : erasure.own) vault_.forget(subject, erasure.institution);
    const auto institutions = database_.read([](db::Reader& reader) {
        return reader.all<InstitutionId>("SELECT DISTINCT institution_id FROM institution_key ORDER BY institution_id");
    });
    for (const auto& subject : erasure.shared)
        for (const auto institution : institutions) vault_.forget(subject, institution);
}

/// What the file holds: from memory while it is as it was left, otherwise read and proved whole.
Result<ErasureLedger::Known> ErasureLedger::proven(const File& file) {
    if (known_ && known_->mark == file.mark()) return *known_;
    HEBRA_TRY(const auto lines, in_file());
    std::uint64_t size = 0;
    for (const auto& line : lines) size += line.size() + 1;
    if (file.mark().size != size) file.cut_to(size);
    known_ = Known{file.mark(), std::ssize(lines), lines.empty() ? std::string() : lines.back()};
    return *known_;
}

Result<std::int64_t> ErasureLedger::write_out() {
    const std::scoped_lock alone(mutex_);
    const File file(file_);
    HEBRA_TRY(const auto known, proven(file));
    auto lines = database_.read([&](db::Reader& reader) { return in_database(reader, std::max<std::int64_t>(known.lines, 1)); });
    if (known.lines > 0) {
        // Each line seals the one before: where the last one is the same, all are.
        if (lines.empty() || lines.front() != known.last) {
            if (is_older()) return 0;
            return broken();
        }
        lines.erase(lines.begin());
    }
    if (lines.empty()) return 0;
    if (!follow(lines, known.lines, known.last)) return broken();
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    file.append(text);
    known_ = Known{file.mark(), known.lines + std::ssize(lines), lines.back()};
    return std::ssize(lines);
}

bool ErasureLedger::is_older() const {
    const auto told = in_file();
    const auto known = database_.read([&](db::Reader& reader) { return in_database(reader); });
    return told && known.size() < told->size() && std::equal(known.begin(), known.end(), told->begin());
}

/// Lines from before there were marks.
void ErasureLedger::mark_all() {
    const bool is_marked = database_.read([](db::Reader& reader) {
        return reader.maybe<std::string>("SELECT value FROM installation WHERE name = 'ledger'").has_value();
    });
    if (is_marked) return;
    (void)database_.write([&](db::Tx& tx) -> Result<> {
        pass_turnstile(tx);
        for (const auto& text : in_database(tx)) {
            const auto line = parse_line(text);
            if (const auto* erasure = line ? std::get_if<Erasure>(&*line) : nullptr) mark(tx, *erasure);
        }
        return {};
    });
}

Result<bool> ErasureLedger::is_told() {
    const std::scoped_lock alone(mutex_);
    const bool first = !known_;
    const File file(file_);
    HEBRA_TRY(const auto known, proven(file));
    if (first) return false;  // once in the life of a process all of both is compared
    if (known.lines == 0) return true;
    const auto lines = database_.read([&](db::Reader& reader) { return in_database(reader, known.lines); });
    return !lines.empty() && lines.front() == known.last;
}

Result<ErasureLedger::Again> ErasureLedger::replay(const With& with) {
    mark_all();
    HEBRA_TRY(const bool agrees, is_told());
    if (agrees) return Again{};
    HEBRA_TRY(const auto told, in_file());
    Again done;
    while (true) {
        const auto known = database_.read([&](db::Reader& reader) { return in_database(reader); });
        const auto common = static_cast<std::ptrdiff_t>(std::min(known.size(), told.size()));
        if (!std::equal(known.begin(), known.begin() + common, told.begin())) return broken();
        if (known.size() >= told.size()) return done;
        for (auto at = known.size(); at < told.size(); ++at) {
            const auto line = parse_line(told[at]).value();
            const auto* erasure = std::get_if<Erasure>(&line);
            const auto again = database_.write([&](db::Tx& tx) -> Result<> {
                if (erasure) with.erased(tx, *erasure);
                else with.taken_back(tx, std::get<TakenBack>(line));
                const auto seq = erasure ? add(tx, *erasure).seq : add(tx, std::get<TakenBack>(line)).seq;
                if (seq != seq_of(line)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
                return {};
            });
            if (!again) break;  // another process does it too: what is left is looked up anew
            if (erasure) forget(*erasure);
            ++(erasure ? done.erased : done.withdrawn);
        }
    }
}

Result<ErasureLedger::Standing> ErasureLedger::standing() {
    HEBRA_TRY(const auto told, in_file());
    const auto known = database_.read([&](db::Reader& reader) { return in_database(reader); });
    Standing standing{.in_file = std::ssize(told), .in_database = std::ssize(known)};
    const auto& longer = told.size() < known.size() ? known : told;
    for (std::size_t at = 0; at < longer.size(); ++at) {
        const auto line = parse_line(longer[at]).value();
        if (at < told.size()) standing.last = at_of(line);
        if (!std::holds_alternative<Erasure>(line)) continue;
        ++standing.people;
        if (at >= told.size()) ++standing.people_lacking;
    }
    return standing;
}

}  // namespace hebra::access
