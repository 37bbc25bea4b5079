#!/bin/sh
# what stands beside the store: nothing that nobody asked for
. "${SP_SOURCE:?}/tests/lib.sh"

mkdir home
SP_STORE=home/sp.db
beside() {
	(cd home && ls)
}

ok 'make a store' sp-store init
prints 'the store and its journal' beside <<X
sp.db
sp.db-journal
X
ok 'copy it' sp-store backup home/copy.db
ok 'put the copy in its place' sp-store restore home/copy.db
prints 'the copy, and the old one under its name' beside <<X
copy.db
sp.db
sp.db.oud
sp.db.oud-journal
X
done_testing
