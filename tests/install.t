#!/bin/sh
# install - everything lands where it belongs, and nothing else; what was
# installed works from there; uninstall takes it all away
. "${SP_SOURCE:?}/tests/lib.sh"
root="$dir/a root"
prefix=$root/usr

umask 077
ok 'make install' make -C "$source" install DESTDIR="$root" PREFIX=/usr

cd "$source" || exit 1
{
	for file in cmd/sp-*.c; do
		tool=${file#cmd/}
		tool=${tool%.c}
		echo "bin/$tool"
		echo "share/bash-completion/completions/$tool"
		echo "share/zsh/site-functions/_$tool"
	done
	for page in man/*; do
		echo "share/man/man${page##*.}/${page#man/}"
	done
	find examples LICENSE README.md -type f | sed 's#^#share/doc/sp/#'
	echo share/locale/nl/LC_MESSAGES/sp.mo
} | sort >"$dir/expected.list"
cd "$dir" || exit 1
installed() {
	(cd "$prefix" && find . ! -type d | sed 's#^\./##' | sort)
}
prints 'all of it, and nothing else' installed <expected.list
outside() {
	find "$root" -type f ! -path "$prefix/*"
}
prints 'nothing beside the prefix' outside </dev/null
unreadable() {
	find "$prefix" \( -type d ! -perm 755 -o -path '*/bin/*' ! -perm 755 \
		-o -type f ! -path '*/bin/*' ! -name '*.sh' ! -perm 644 \
		-o -name '*.sh' ! -perm 755 \)
}
prints 'everybody may read it, whatever the umask of who installs' \
	unreadable </dev/null

PATH=$prefix/bin:$PATH
ok 'the programs run from there' sp-store init
cat >nl.po <<'X'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "print the version"
msgstr "druk de versie af, naar de catalogus"
X
msgfmt -o "$prefix/share/locale/nl/LC_MESSAGES/sp.mo" nl.po
sp-add --help --lang nl >help
ok 'they find the catalogue that was installed' \
	grep -q 'druk de versie af, naar de catalogus' help
sp-add --help --lang en >help
ok 'and leave it alone in English' grep -q 'print the version' help
for tool in sp-add sp-signal sp-match sp-report sp-store; do
	ok "completion of $tool is a script of bash" \
		bash -n "$prefix/share/bash-completion/completions/$tool"
	ok "and one of zsh" \
		grep -q "^#compdef $tool\$" "$prefix/share/zsh/site-functions/_$tool"
done
complete_in_bash() {
	bash -c ". '$prefix/share/bash-completion/completions/sp-report'
		COMP_WORDS=(sp-report ma) COMP_CWORD=1
		_sp_report && echo \"\${COMPREPLY[@]}\""
}
prints 'which completes' complete_in_bash <<X
maand
X

ok 'the examples run from there' "$prefix/share/doc/sp/examples/demo.sh"

ok 'make uninstall' make -C "$source" uninstall DESTDIR="$root" PREFIX=/usr
prints 'nothing is left' installed </dev/null
done_testing
