// The frame format of Debian's liblz4: https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
#include <lz4frame.h>
