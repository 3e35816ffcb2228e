<?php
/**
 * Removes what the plugin stored, on every site; posts and the files of a folder stay as they are.
 *
 * @package Article_LD
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

$article_ld_sites = is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( 0 );
foreach ( $article_ld_sites as $article_ld_site ) {
	if ( $article_ld_site ) {
		switch_to_blog( $article_ld_site );
	}
	delete_option( 'article_ld' );
	delete_post_meta_by_key( '_article_ld_json' );
	delete_post_meta_by_key( '_article_ld_error' );
	delete_post_meta_by_key( '_article_ld_digest' );
	wp_unschedule_hook( 'article_ld_annotate' );
	if ( $article_ld_site ) {
		restore_current_blog();
	}
}
