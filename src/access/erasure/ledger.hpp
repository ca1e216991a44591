// The erasure ledger (mechanisms.md §6): who was erased and which permissions were taken back, by ids alone, in the database
// and in a file outside it and its backups. An older database that comes back, however it came, is told of all of it before it
// is served.
#pragma once
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "access/keys/vault.hpp"

namespace hebra::access {

namespace words {
inline constexpr Word k_ledger_broken{
    "erasure_ledger_broken",
    "El libro de borrados (erasures.txt) fue alterado, le faltan líneas o es de otra instalación. Ponga en la carpeta de datos su "
    "copia más nueva: sin él, alguien borrado podría volver a leerse, y un permiso retirado volvería a valer.",
    "The erasure ledger (erasures.txt) was altered, lacks lines or is another installation's. Put its newest copy into the data "
    "folder: without it, somebody erased could be read again, and a permission taken back would be in force again."};
}  // namespace words

/// One person erased by one institution.
struct Erasure {
    std::int64_t seq = 0;  ///< 1, 2, 3 … of the lines of the whole installation
    Time at = {};
    InstitutionId institution = {};
    SubjectId person = {};
    std::vector<SubjectId> own = {};     ///< records whose key this institution loses: the person's contacts
    std::vector<SubjectId> shared = {};  ///< records whose key everybody loses: what it disclosed about them
};

/// Permissions that were taken back at one institution. No key goes.
struct TakenBack {
    std::int64_t seq = 0;  ///< as above
    Time at = {};
    InstitutionId institution = {};
    std::vector<SubjectId> permissions = {};
    std::vector<SubjectId> travelled = {};  ///< what went by them, and is read no more
};

/// Whether this institution erased this person or a record that went with them, or everybody lost the record. Of a text that
/// is no id: no.
bool is_erased(db::Reader& reader, InstitutionId institution, std::string_view record);

class ErasureLedger {
  public:
    ErasureLedger(db::Database& database, Vault& vault, std::filesystem::path file)
        : database_(database), vault_(vault), file_(std::move(file)) {}

    /// Deletes the keys and adds the line, in the transaction of what it tells; others who add one wait until it ends.
    /// @return it with its number
    Erasure add(db::Tx& tx, Erasure erasure);
    TakenBack add(db::Tx& tx, TakenBack withdrawal);
    /// Drops what this process still holds of the keys, once the transaction is committed.
    void forget(const Erasure& erasure);

    /// Appends to the file what the database knows and it does not; on the disk when this returns. Whoever is told that
    /// somebody was erased, or a permission taken back, is told after it. A file that is as this process left it is not read
    /// again. @return how many lines; or `erasure_ledger_broken`
    Result<std::int64_t> write_out();

    /// What else goes with a line that is done again: carried out in the transaction that adds it.
    struct With {
        std::function<void(db::Tx&, const Erasure&)> erased;
        std::function<void(db::Tx&, const TakenBack&)> taken_back;
    };
    /// How often each kind was done again.
    struct Again {
        std::int64_t erased = 0;
        std::int64_t withdrawn = 0;
    };
    /// Does again, in a database older than the file, what the file names and the database does not.
    /// @return how many; or `erasure_ledger_broken`
    Result<Again> replay(const With& with);

    /// How many lines each side has, how many people they name, and when the file's last one was written; or
    /// `erasure_ledger_broken`. Reads and proves all of the file.
    struct Standing {
        std::int64_t in_file = 0;
        std::int64_t in_database = 0;
        std::int64_t people = 0;
        std::int64_t people_lacking = 0;  ///< whose erasure the database knows and the file does not
        std::optional<Time> last = {};
    };
    Result<Standing> standing();

  private:
    /// A file as this process proved or wrote it: whoever changes it since changes one of these.
    struct Mark {
        std::uint64_t device = 0, file = 0, size = 0;
        std::int64_t changed = 0;  ///< nanoseconds
        bool operator==(const Mark&) const = default;
    };
    struct Known {
        Mark mark;
        std::int64_t lines = 0;
        std::string last;
    };
    class File;

    /// The lines of the database from this number on.
    std::vector<std::string> in_database(db::Reader& reader, std::int64_t from = 1) const;
    Result<std::vector<std::string>> in_file() const;
    /// Whether these lines follow one another after so many, the last of which is told.
    bool follow(const std::vector<std::string>& lines, std::int64_t seq = 0, std::string before = {}) const;
    std::string line_of(const std::string& told, const std::string& before) const;
    std::int64_t next(db::Tx& tx, const std::function<std::string(std::int64_t)>& told);
    Result<Known> proven(const File& file);
    /// Whether the database knows all that the file tells, as far as this process saw before.
    Result<bool> is_told();
    /// Whether the database lacks the file's last lines and has its first ones.
    bool is_older() const;
    void mark_all();

    db::Database& database_;
    Vault& vault_;
    const std::filesystem::path file_;
    std::mutex mutex_;
    std::optional<Known> known_;  ///< the file, when it was last read or written
};

}  // namespace hebra::access
