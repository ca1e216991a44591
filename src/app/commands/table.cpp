#include "app/commands/run.hpp"

namespace hebra::app {
namespace {

constexpr std::string_view k_institution_options[] = {"--sector=", "--nature=", "--region=", "--comuna="};
constexpr std::string_view k_user_options[] = {"--name=", "--role=", "--institution=", "--password-file="};
constexpr std::string_view k_demo_options[] = {"--scale="};
constexpr std::string_view k_confirm_options[] = {"--how=", "--withdraw", "--unused"};
constexpr std::string_view k_import_options[] = {"--dry-run", "--retire-missing"};
constexpr std::string_view k_restore_options[] = {"--check", "--without-erasures"};

constexpr Command k_commands[] = {
    {"serve", "",
     {"serve", "sirve la aplicación", "serves the application"},
     run_serve},
    {"demo", "[--scale N]",
     {"demo", "carga la red de demostración, con personas ficticias", "loads the demonstration network, with fictitious people"},
     run_demo, k_demo_options},
    {"audit", "verify",
     {"audit", "comprueba el registro de auditoría: nada alterado, nada eliminado", "checks the audit record: nothing altered, nothing removed"},
     run_audit},
    {"backup", "ARCHIVO",
     {"backup", "respalda todo en un archivo cifrado, sin detener el servidor", "backs everything up into one encrypted file, without stopping the server"},
     run_backup},
    {"restore", "ARCHIVO [--check] [--without-erasures]",
     {"restore", "restaura un respaldo en un lugar vacío; --check solo lo comprueba", "restores a backup in an empty place; --check only checks it"},
     run_restore, k_restore_options},
    {"institution", "add NOMBRE --sector SECTOR --nature NATURALEZA | list | coordinate NOMBRE",
     {"institution", "funda una institución: lo primero en una instalación nueva", "founds an institution: the first thing in a new installation"},
     run_institution, k_institution_options},
    {"user", "add CORREO --name NOMBRE --institution NOMBRE --role ROL | list --institution NOMBRE | disable | enable | reset CORREO",
     {"user", "administra las cuentas del personal", "administers the staff's accounts"},
     run_user, k_user_options},
    {"key", "rotate",
     {"key", "renueva la llave de cada institución, sin detener el servidor", "renews each institution's key, without stopping the server"},
     run_key},
    {"import", "directory ARCHIVO [--dry-run] [--retire-missing]",
     {"import", "carga un archivo: muestra qué cambia, y lo guarda todo o nada", "loads a file: shows what changes, and keeps all of it or nothing"},
     run_import, k_import_options},
    {"export", "directory [ARCHIVO]",
     {"export", "escribe el catastro como archivo CSV", "writes the directory as a CSV file"},
     run_export},
    {"confirm", "emergency [NÚMERO…]",
     {"confirm", "dice qué números de emergencia puede ver y marcar el público", "says which emergency numbers the public may see and dial"},
     run_confirm, k_confirm_options},
    {"migrate", "",
     {"migrate", "lleva la base de datos al esquema de esta versión", "brings the database to this version's schema"},
     run_migrate},
    {"schema", "",
     {"schema", "muestra el esquema en una forma normal", "shows the schema in a normal form"},
     run_schema},
    {"config", "",
     {"config", "muestra cada ajuste con su valor y su explicación", "shows each setting with its value and its explanation"},
     run_config},
    {"openapi", "",
     {"openapi", "muestra la descripción de la API (OpenAPI 3.1)", "shows the API's description (OpenAPI 3.1)"},
     run_openapi},
    {"routes", "",
     {"routes", "muestra cada ruta con su permiso", "shows each route with its permission"},
     run_routes},
    {"roles", "",
     {"roles", "muestra cada permiso con sus roles", "shows each permission with its roles"},
     run_roles},
    {"version", "",
     {"version", "muestra la versión", "shows the version"},
     run_version},
};

}  // namespace

std::span<const Command> commands() { return k_commands; }

}  // namespace hebra::app
