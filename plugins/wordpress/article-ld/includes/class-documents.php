<?php
/**
 * Which JSON-LD belongs to a post.
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

/**
 * Looks where the settings say. What a reader may not see, and what is older than the post's words, is not shown.
 */
class Documents {

	const JSON = '_article_ld_json';

	/**
	 * The document of a post, or null.
	 *
	 * @param int $id The post.
	 * @return Document|null
	 */
	public static function of( $id ) {
		$post = get_post( $id );
		if ( ! self::is_public( $post ) ) {
			return null;
		}
		$json = 'service' === Settings::all()['source'] ? self::from_service( $post ) : self::from_folder( $post );
		return '' === $json ? null : Document::read( $json );
	}

	/**
	 * Whether anybody may read the post.
	 *
	 * @param \WP_Post|null $post The post.
	 */
	public static function is_public( $post ) {
		return $post && 'post' === $post->post_type && 'publish' === $post->post_status && '' === $post->post_password;
	}

	/**
	 * What the server made of a post, if it was of these words.
	 *
	 * @param \WP_Post $post The post.
	 * @return string
	 */
	private static function from_service( $post ) {
		$is_of_these_words = get_post_meta( $post->ID, Annotator::DIGEST, true ) === Annotator::digest( $post );
		return $is_of_these_words ? (string) get_post_meta( $post->ID, self::JSON, true ) : '';
	}

	/**
	 * What the folder has for a post: a correction of the post must not leave the old words in its data.
	 *
	 * @param \WP_Post $post The post.
	 * @return string
	 */
	private static function from_folder( $post ) {
		$file = Settings::all()['folder'] . '/' . sanitize_file_name( $post->post_name ) . '.jsonld';
		if ( '' === $post->post_name || ! is_readable( $file ) ) {
			return '';
		}
		$changed = strtotime( $post->post_modified_gmt . ' UTC' );
		if ( $changed && filemtime( $file ) < $changed ) {
			return '';
		}
		return (string) file_get_contents( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a local file.
	}
}
