#include "app/commands/run.hpp"

namespace hebra::app {
namespace {

constexpr std::string_view k_institution_options[] = {"--sector=", "--nature=", "--comuna="};
constexpr std::string_view k_user_options[] = {"--name=", "--role=", "--institution=", "--password-file="};
constexpr std::string_view k_demo_options[] = {"--scale="};
constexpr std::string_view k_confirm_options[] = {"--how=", "--withdraw", "--unused"};
constexpr std::string_view k_import_options[] = {"--dry-run", "--retire-missing"};
constexpr std::string_view k_restore_options[] = {"--check", "--without-erasures"};

constexpr Command k_commands[] = {
    {"serve", "", "sirve la aplicación", run_serve},
    {"demo", "[--scale N]", "carga la red de demostración, con personas ficticias", run_demo, k_demo_options},
    {"audit", "verify", "comprueba el registro de auditoría: nada alterado, nada eliminado", run_audit},
    {"backup", "ARCHIVO", "respalda todo en un archivo cifrado, sin detener el servidor", run_backup},
    {"restore", "ARCHIVO [--check] [--without-erasures]", "restaura un respaldo en un lugar vacío; --check solo lo comprueba", run_restore,
     k_restore_options},
    {"institution", "add NOMBRE | list", "funda una institución: lo primero en una instalación nueva", run_institution, k_institution_options},
    {"user", "add CORREO | list | disable CORREO | reset CORREO", "administra las cuentas del personal", run_user, k_user_options},
    {"key", "rotate", "renueva la llave de cada institución, sin detener el servidor", run_key},
    {"import", "directory ARCHIVO [--dry-run] [--retire-missing]", "carga un archivo: muestra qué cambia, y lo guarda todo o nada",
     run_import, k_import_options},
    {"export", "directory [ARCHIVO]", "escribe el catastro como archivo CSV", run_export},
    {"confirm", "emergency [NÚMERO…]", "dice qué números de emergencia puede ver y marcar el público", run_confirm, k_confirm_options},
    {"migrate", "", "lleva la base de datos al esquema de esta versión", run_migrate},
    {"schema", "", "muestra el esquema en una forma normal", run_schema},
    {"config", "", "muestra cada ajuste con su valor y su explicación", run_config},
    {"openapi", "", "muestra la descripción de la API (OpenAPI 3.1)", run_openapi},
    {"routes", "", "muestra cada ruta con su permiso", run_routes},
    {"roles", "", "muestra cada permiso con sus roles", run_roles},
    {"version", "", "muestra la versión", run_version},
};

}  // namespace

std::span<const Command> commands() { return k_commands; }

}  // namespace hebra::app
