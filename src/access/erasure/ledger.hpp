// The erasure ledger (mechanisms.md §6): who was erased and which permissions were taken back, by ids alone, in the database
// and in a file outside it and its backups. An older database that comes back, however it came, is told of all of it before it
// is served.
#pragma once
#include <filesystem>
#include <functional>
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

/// One person erased by one institution; or, of nobody, a permission that was taken back there.
struct Erasure {
    std::int64_t seq = 0;  ///< 1, 2, 3 … in the whole installation
    Time at = {};
    InstitutionId institution = {};
    SubjectId person = {};               ///< nil: nobody was erased
    std::vector<SubjectId> own = {};     ///< records whose key this institution loses: the person's contacts; or the permissions
    std::vector<SubjectId> shared = {};  ///< records whose key everybody loses: what it disclosed about them; or what travelled
                                         ///< by the permissions and is read no more

    bool is_withdrawal() const { return person == SubjectId{}; }
};

/// Whether this institution erased this person or a record that went with them, or everybody lost the record. Of a text that
/// is no id: no.
bool is_erased(db::Reader& reader, InstitutionId institution, std::string_view record);

class ErasureLedger {
  public:
    ErasureLedger(db::Database& database, Vault& vault, std::filesystem::path file)
        : database_(database), vault_(vault), file_(std::move(file)) {}

    /// Deletes the keys (of a withdrawal none) and adds the line, in the transaction of what it tells. @return it with its
    /// number; or `changed_meanwhile` when another line was added at the same moment
    Result<Erasure> add(db::Tx& tx, Erasure erasure);
    /// Drops what this process still holds of the keys, once the transaction is committed.
    void forget(const Erasure& erasure);

    /// Appends to the file what the database knows and it does not; on the disk when this returns. Whoever is told that
    /// somebody was erased, or a permission taken back, is told after it. @return how many lines; or `erasure_ledger_broken`
    Result<std::int64_t> write_out();

    /// How often each kind was done again.
    struct Again {
        std::int64_t erased = 0;
        std::int64_t withdrawn = 0;
    };
    /// Does again, in a database older than the file, what the file names and the database does not.
    /// @param again what else goes with a line: carried out in the transaction that adds it
    /// @return how many; or `erasure_ledger_broken`
    Result<Again> replay(const std::function<void(db::Tx&, const Erasure&)>& again);

    /// How many lines each side has, how many people they name, and when the file's last one of them was erased; or
    /// `erasure_ledger_broken`.
    struct Standing {
        std::int64_t in_file = 0;
        std::int64_t in_database = 0;
        std::int64_t people = 0;
        std::optional<Time> last = {};
    };
    Result<Standing> standing();

  private:
    std::vector<std::string> in_database(db::Reader& reader) const;
    Result<std::vector<std::string>> in_file() const;
    bool is_whole(const std::vector<std::string>& lines) const;
    std::string line_of(const Erasure& erasure, const std::string& before) const;
    Result<Erasure> store(db::Tx& tx, Erasure erasure);

    db::Database& database_;
    Vault& vault_;
    const std::filesystem::path file_;
};

}  // namespace hebra::access
