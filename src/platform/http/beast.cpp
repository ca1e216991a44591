// The bodies of Asio and Beast, compiled here and nowhere else.
#include "platform/http/asio.hpp"

#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
