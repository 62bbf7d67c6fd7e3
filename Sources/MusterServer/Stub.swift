import Hummingbird
import HummingbirdTLS
import Mustache
import NIOSSL
import ServiceLifecycle
import Logging
