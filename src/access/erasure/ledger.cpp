#include "access/erasure/ledger.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/keys/store.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::access {
namespace {

constexpr std::string_view k_none = "-";
constexpr std::string_view k_withdrawn = "withdrawn";  // in the place of a person

std::string name_of(std::int64_t seq) { return fmt::format("erasure.{:012}", seq); }

std::string joined(const std::vector<SubjectId>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) texts.push_back(id.text());
    return texts.empty() ? std::string(k_none) : fmt::format("{}", fmt::join(texts, ","));
}

std::optional<std::vector<SubjectId>> parse_ids(const std::string& text) {
    std::vector<SubjectId> ids;
    if (text == k_none) return ids;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        const auto id = Uuid::parse(part);
        if (!id) return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

/// "seq micros institution person own shared mac"; or "seq micros institution withdrawn permissions subjects mac".
std::optional<Erasure> parse_line(const std::string& line) {
    std::istringstream words(line);
    std::int64_t seq = 0, at = 0;
    std::string institution, person, own, shared;
    if (!(words >> seq >> at >> institution >> person >> own >> shared)) return std::nullopt;
    const auto institution_id = InstitutionId::parse(institution);
    const auto person_id = person == k_withdrawn ? std::optional(Uuid()) : Uuid::parse(person);
    auto own_ids = parse_ids(own), shared_ids = parse_ids(shared);
    if (!institution_id || !person_id || !own_ids || !shared_ids) return std::nullopt;
    return Erasure{seq, from_micros(at), *institution_id, *person_id, *std::move(own_ids), *std::move(shared_ids)};
}

Refuse broken() { return refuse(Refused::unavailable, words::k_ledger_broken); }

/// The ledger's file, held by this process alone while it is compared and added to.
class File {
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
    void cut_to(std::uintmax_t size) const {
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

  private:
    [[noreturn]] void fail() const { throw std::system_error(errno, std::generic_category(), path_.string()); }

    std::filesystem::path path_;
    int file_;
};

}  // namespace

bool is_erased(db::Reader& reader, InstitutionId institution, std::string_view record) {
    const auto id = Uuid::parse(record);
    if (!id) return false;
    // "seq micros institution person own shared mac": the shared ones stand after five spaces, and a mac is no id.
    return reader.maybe<std::int64_t>(R"sql(
        SELECT 1
          FROM installation
         WHERE name > 'erasure.'
           AND name < 'erasure/'
           AND value NOT LIKE '% withdrawn %'
           AND (value LIKE :ours OR value LIKE :shared)
         LIMIT 1
    )sql", {db::arg("ours", fmt::format("% % {} %{}%", institution.text(), id->text())),
            db::arg("shared", fmt::format("% % % % % %{}%", id->text()))}).has_value();
}

std::string ErasureLedger::line_of(const Erasure& erasure, const std::string& before) const {
    auto line = fmt::format("{} {} {} {} {} {}", erasure.seq, to_micros(erasure.at), erasure.institution.text(),
                            erasure.is_withdrawal() ? std::string(k_withdrawn) : erasure.person.text(), joined(erasure.own),
                            joined(erasure.shared));
    return line + " " + to_hex(crypto::mac(vault_.erasures(), bytes_of(before + "\n" + line)));
}

bool ErasureLedger::is_whole(const std::vector<std::string>& lines) const {
    std::string before;
    std::int64_t seq = 0;
    for (const auto& line : lines) {
        const auto erasure = parse_line(line);
        if (!erasure || erasure->seq != ++seq || !crypto::same(bytes_of(line_of(*erasure, before)), bytes_of(line))) return false;
        before = line;
    }
    return true;
}

std::vector<std::string> ErasureLedger::in_database(db::Reader& reader) const {
    return reader.all<std::string>("SELECT value FROM installation WHERE name > 'erasure.' AND name < 'erasure/' ORDER BY name");
}

Result<std::vector<std::string>> ErasureLedger::in_file() const {
    std::ifstream file(file_, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!file.eof()) lines.push_back(line);  // without its line break it was cut short
    if (!is_whole(lines)) return broken();
    return lines;
}

Result<Erasure> ErasureLedger::store(db::Tx& tx, Erasure erasure) {
    const auto before = tx.maybe<std::string>(R"sql(
        SELECT value
          FROM installation
         WHERE name > 'erasure.'
           AND name < 'erasure/'
         ORDER BY name DESC
         LIMIT 1
    )sql");
    erasure.seq = before ? parse_line(*before).value().seq + 1 : 1;
    if (tx.run("INSERT INTO installation (name, value) VALUES (:name, :line) ON CONFLICT DO NOTHING",
               {db::arg("name", name_of(erasure.seq)), db::arg("line", line_of(erasure, before.value_or("")))}) == 0)
        return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    return erasure;
}

Result<Erasure> ErasureLedger::add(db::Tx& tx, Erasure erasure) {
    HEBRA_TRY(auto kept, store(tx, std::move(erasure)));
    if (kept.is_withdrawal()) return kept;
    vault_.erase(tx, kept.institution, kept.person);
    for (const auto& subject : kept.own) vault_.erase(tx, kept.institution, subject);
    for (const auto& subject : kept.shared) store::erase_subject_everywhere(tx, subject);
    return kept;
}

void ErasureLedger::forget(const Erasure& erasure) {
    if (erasure.is_withdrawal()) return;
    vault_.forget(erasure.person, erasure.institution);
    for (const auto& subject : erasure.own) vault_.forget(subject, erasure.institution);
    const auto institutions = database_.read([](db::Reader& reader) {
        return reader.all<InstitutionId>("SELECT DISTINCT institution_id FROM institution_key ORDER BY institution_id");
    });
    for (const auto& subject : erasure.shared)
        for (const auto institution : institutions) vault_.forget(subject, institution);
}

Result<std::int64_t> ErasureLedger::write_out() {
    const File file(file_);
    HEBRA_TRY(const auto told, in_file());
    const auto known = database_.read([&](db::Reader& reader) { return in_database(reader); });
    const auto common = std::min(told.size(), known.size());
    if (!std::equal(told.begin(), told.begin() + static_cast<std::ptrdiff_t>(common), known.begin())) return broken();
    std::uintmax_t size = 0;
    for (const auto& line : told) size += line.size() + 1;
    if (std::filesystem::file_size(file_) != size) file.cut_to(size);
    if (known.size() <= told.size()) return 0;
    std::string text;
    for (auto at = told.size(); at < known.size(); ++at) text += known[at] + "\n";
    file.append(text);
    return static_cast<std::int64_t>(known.size() - told.size());
}

Result<ErasureLedger::Again> ErasureLedger::replay(const std::function<void(db::Tx&, const Erasure&)>& again) {
    HEBRA_TRY(const auto told, in_file());
    const auto known = database_.read([&](db::Reader& reader) { return in_database(reader); });
    if (!std::equal(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(std::min(known.size(), told.size())), told.begin()))
        return broken();
    Again done;
    for (auto at = known.size(); at < told.size(); ++at) {
        const auto erasure = parse_line(told[at]).value();
        HEBRA_TRY(const auto added, database_.write([&](db::Tx& tx) -> Result<Erasure> {
            HEBRA_TRY(auto kept, add(tx, erasure));
            again(tx, kept);
            return kept;
        }));
        forget(added);
        ++(added.is_withdrawal() ? done.withdrawn : done.erased);
    }
    return done;
}

Result<ErasureLedger::Standing> ErasureLedger::standing() {
    HEBRA_TRY(const auto told, in_file());
    const auto known = database_.read([&](db::Reader& reader) { return in_database(reader); });
    Standing standing{.in_file = std::ssize(told), .in_database = std::ssize(known)};
    for (const auto& line : told.size() < known.size() ? known : told) {
        const auto erasure = parse_line(line).value();
        if (erasure.is_withdrawal()) continue;
        ++standing.people;
        if (!told.empty()) standing.last = erasure.at;
    }
    return standing;
}

}  // namespace hebra::access
