<?php
/**
 * Plugin Name: article-ld
 * Description: Puts uploads/json-ld/SLUG.jsonld, which `article-ld build` wrote, into the head of the post.
 */

add_action( 'wp_head', function () {
	if ( ! is_singular( 'post' ) ) {
		return;
	}
	$slug = get_post_field( 'post_name', get_queried_object_id() );
	$file = wp_upload_dir()['basedir'] . '/json-ld/' . sanitize_file_name( $slug ) . '.jsonld';
	if ( ! is_readable( $file ) ) {
		return;
	}
	$document = json_decode( file_get_contents( $file ) );
	if ( null === $document ) {
		return;
	}
	echo '<script type="application/ld+json">' . wp_json_encode( $document, JSON_HEX_TAG | JSON_HEX_AMP ) . '</script>';
} );
