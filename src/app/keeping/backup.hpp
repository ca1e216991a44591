// Keeping the installation's data: one sealed file that holds a moment of the database, and putting it back.
//
// The file is sealed with a key derived from the master key, which is in no backup: whoever takes a backup away can read
// nothing, and whoever lost the master key can restore nothing. What it holds, in order: the length of a manifest (8 bytes,
// least first), the manifest (JSON), the signed checkpoints of the audit, the database as platform/db/copy.hpp gives it.
#pragma once
#include <filesystem>
#include <functional>
#include <set>

#include "app/house.hpp"

namespace hebra::app {

namespace words {
inline constexpr Word k_nothing_to_keep{"nothing_to_keep", "No hay nada que respaldar en ese lugar. Revise --data y --database.",
                                        "There is nothing to back up there. Check --data and --database."};
inline constexpr Word k_place_not_empty{
    "place_not_empty",
    "Solo se restaura en un lugar vacío: en la carpeta de datos puede estar master.key, el libro de borrados (erasures.txt) y "
    "hebra.toml; en PostgreSQL, ninguna tabla. No se tocó nada.",
    "One restores into an empty place only: the data folder may hold master.key, the erasure ledger (erasures.txt) and hebra.toml; "
    "PostgreSQL, no table. Nothing was touched."};
inline constexpr Word k_restore_key{
    "restore_key", "Falta la llave maestra: ponga la copia de master.key en la carpeta de datos (--data) y repita la orden.",
    "The master key is missing: put the copy of master.key into the data folder (--data) and give the order again."};
inline constexpr Word k_backup_newer{
    "backup_newer", "El respaldo es de una versión más nueva de Hebra que esta. Instale esa versión, o una posterior, y repita la orden.",
    "The backup is of a newer version of Hebra than this one. Install that version, or a later one, and give the order again."};
inline constexpr Word k_backup_other_engine{
    "backup_other_engine",
    "El respaldo es de la otra base de datos: uno de SQLite se restaura sin --database, y uno de PostgreSQL con --database.",
    "The backup is of the other database: one of SQLite is restored without --database, one of PostgreSQL with --database."};
inline constexpr Word k_restore_unsound{
    "restore_unsound", "Lo restaurado no pasa la comprobación de auditoría y no se servirá. Conserve el respaldo, y use otro anterior.",
    "What was restored does not pass the audit's verification and will not be served. Keep the backup, and use an earlier one."};
inline constexpr Word k_ledger_older{
    "erasure_ledger_older",
    "El libro de borrados (erasures.txt) es anterior al respaldo: le faltan personas que el respaldo ya sabe borradas. Vacíe el lugar, "
    "ponga su copia más nueva y repita la orden. Si no hay otra, repítala con --without-erasures: el libro se completa con lo que sabe "
    "el respaldo, y lo borrado después de él podría volver.",
    "The erasure ledger (erasures.txt) is older than the backup: it lacks people the backup knows as erased. Empty the place, put in "
    "its newest copy and give the order again. If there is no other, add --without-erasures: the ledger is completed with what the "
    "backup knows, and what was erased after it may come back."};
inline constexpr Word k_ledger_needed{
    "erasure_ledger_needed",
    "Falta el libro de borrados: ponga la copia más nueva de erasures.txt en la carpeta de datos, para que nadie borrado vuelva ni "
    "valga un permiso retirado. Si nunca se borró a nadie ni se retiró un permiso, repita la orden con --without-erasures.",
    "The erasure ledger is missing: put the newest copy of erasures.txt into the data folder, so that nobody erased comes back and "
    "no permission taken back is in force. If nobody was ever erased and no permission taken back, give the order again with "
    "--without-erasures."};
}  // namespace words

struct Manifest {
    std::string engine;
    std::int64_t schema;  ///< the number of its newest migration
    std::string version;  ///< of the program that wrote it
    Time made_at;
    std::int64_t checkpoints;  ///< bytes of the audit's checkpoints that follow
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (engine, schema, version, made_at, checkpoints))

/// Hears how many bytes have gone through.
using Tell = std::function<void(std::int64_t bytes)>;

/// Writes a backup while others go on working; also with a server over the same data.
/// @return what was written; or `nothing_to_keep`, `restore_unfinished`, what `load_master` and `sealed_file` refuse
Result<Manifest> back_up(const Settings& settings, const Clock& clock, const std::filesystem::path& file, const Tell& tell);

/// Reads a backup from end to end without writing anything.
/// @return what it says of itself; or what `load_master` and `sealed_file` refuse
Result<Manifest> check_backup(const Settings& settings, const std::filesystem::path& file, const Tell& tell);

struct Restored {
    Manifest manifest;
    audit::Verification audit;
    std::int64_t erased = 0;        ///< people the ledger names
    std::int64_t erased_again = 0;  ///< those of them that the backup still had
    std::optional<Time> last_told = {};  ///< when the ledger's newest line was written
    std::int64_t completed = 0;          ///< lines the backup knew and the ledger lacked: a copy from before it
    std::int64_t withdrawn_again = 0;  ///< permissions taken back since the backup
    std::set<std::string> to_cancel = {};  ///< codes of threads whose referrals went with those, and came back as they stood
    std::int64_t links_ended = 0;      ///< of receivers without an account: whether one was revoked since, nobody can tell
};

/// Whether the erasure ledger must be in the place, and know of everybody the backup knows as erased: without it, somebody erased
/// since the backup would come back, and a permission taken back since would be in force.
enum class Erased { told_by_ledger, nobody };

/// Puts a backup back: checks all of it first, then writes, erases again whom the ledger names, takes back again the
/// permissions it names, ends every session and every receiver's link, and proves the audit. What is left by a run that was
/// killed cannot be served.
/// @return what was put back (the caller says so of an audit that is not sound); or any of the words above
Result<Restored> restore(const Settings& settings, const Clock& clock, const std::filesystem::path& file, Erased erased,
                         const Tell& tell);

}  // namespace hebra::app
