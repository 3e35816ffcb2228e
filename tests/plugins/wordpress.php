<?php
/**
 * As much of WordPress as the plugin calls, in memory: what it stores, prints, schedules and sends can be looked at.
 */

define( 'ABSPATH', '/' );

class WP_Error {
	private $message;
	public function __construct( $message ) {
		$this->message = $message;
	}
	public function get_error_message() {
		return $this->message;
	}
}

$wp = (object) array(
	'posts'     => array(),
	'meta'      => array(),
	'options'   => array(),
	'hooks'     => array(),
	'scheduled' => array(),
	'sent'      => array(),
	'answer'    => array( 'status' => 503, 'body' => '' ),
	'refused'   => array(),
	'uploads'   => '/tmp',
	'queried'   => 0,
	'rights'    => array(),
	'registers' => array(),
	'is_admin'  => true,
);

// Hooks.
function add_filter( $hook, $call, $priority = 10, $arguments = 1 ) {
	global $wp;
	$wp->hooks[ $hook ][ $priority ][] = array( $call, $arguments );
}
function add_action( $hook, $call, $priority = 10, $arguments = 1 ) {
	add_filter( $hook, $call, $priority, $arguments );
}
function apply_filters( $hook, $value, ...$more ) {
	global $wp;
	$by_priority = $wp->hooks[ $hook ] ?? array();
	ksort( $by_priority );
	foreach ( array_merge( ...array_values( $by_priority ) ) as list( $call, $arguments ) ) {
		$value = $call( ...array_slice( array( $value, ...$more ), 0, $arguments ) );
	}
	return $value;
}
function do_action( $hook, ...$values ) {
	apply_filters( $hook, ...( $values ? $values : array( null ) ) );
}

// Posts and what is kept of them.
function add_post( array $fields ) {
	global $wp;
	$defaults = array(
		'ID'                => 7,
		'post_type'         => 'post',
		'post_status'       => 'publish',
		'post_password'     => '',
		'post_name'         => 'ferries',
		'post_title'        => 'Norway counts its ferries again',
		'post_content'      => '<p>Twelve ferries.</p>',
		'post_author'       => 3,
		'post_date'         => '2026-03-04 08:00:00',
		'post_modified_gmt' => '2026-03-04 08:00:00',
	);
	$post     = (object) array_merge( $defaults, $fields );
	$wp->posts[ $post->ID ] = $post;
	$wp->queried            = $post->ID;
	return $post;
}
function get_post( $id ) {
	global $wp;
	return $wp->posts[ $id ] ?? null;
}
function get_post_meta( $id, $key, $single ) {
	global $wp;
	return $wp->meta[ $id ][ $key ] ?? '';
}
function update_post_meta( $id, $key, $value ) {
	global $wp;
	$wp->meta[ $id ][ $key ] = stripslashes( $value );
}
function delete_post_meta( $id, $key ) {
	global $wp;
	unset( $wp->meta[ $id ][ $key ] );
}
function delete_post_meta_by_key( $key ) {
	global $wp;
	foreach ( array_keys( $wp->meta ) as $id ) {
		delete_post_meta( $id, $key );
	}
}
function wp_is_post_revision( $id ) {
	return false;
}
function get_permalink( $post ) {
	return "https://harbor-news.example/2026/{$post->post_name}/";
}
function get_the_title( $post ) {
	return $post->post_title;
}
function get_the_date( $format, $post ) {
	return gmdate( $format, strtotime( $post->post_date . ' UTC' ) );
}
function get_the_author_meta( $field, $id ) {
	return 'Nora Quist';
}
function get_bloginfo( $what ) {
	return 'language' === $what ? 'en-US' : 'Harbor &amp; News';
}
function is_singular( $type ) {
	return 0 !== get_queried_object_id();
}
function get_queried_object_id() {
	global $wp;
	return $wp->queried;
}
function wp_upload_dir() {
	global $wp;
	return array( 'basedir' => $wp->uploads );
}

// Options and settings.
function get_option( $name, $otherwise ) {
	global $wp;
	return $wp->options[ $name ] ?? $otherwise;
}
function delete_option( $name ) {
	global $wp;
	unset( $wp->options[ $name ] );
}
function register_setting( $group, $name, $arguments ) {
	global $wp;
	$wp->registers[ $name ] = $arguments;
}
function add_settings_section( ...$arguments ) {}
function add_settings_field( ...$arguments ) {}
function add_options_page( $title, $menu, $right, $slug, $call ) {
	global $wp;
	$wp->registers['page'] = array( $right, $call );
}
function add_settings_error( $setting, $code, $message ) {
	global $wp;
	$wp->refused[] = $message;
}
function settings_fields( $group ) {
	echo '<input type="hidden" name="_wpnonce" value="nonce">';
}
function do_settings_sections( $page ) {}
function submit_button() {}
function add_meta_box( ...$arguments ) {}
function checked( $value, $wanted, $print ) {
	return $value === $wanted ? "checked='checked'" : '';
}

// Rights and addresses.
function is_admin() {
	global $wp;
	return $wp->is_admin;
}
function current_user_can( $right, ...$more ) {
	global $wp;
	return in_array( $right, $wp->rights, true );
}
function check_admin_referer( $action ) {
	if ( ( $_GET['_wpnonce'] ?? '' ) !== "nonce-$action" ) {
		throw new Exception( 'expired' );
	}
}
function wp_die( $message, $status ) {
	throw new Exception( $message );
}
function wp_nonce_url( $url, $action ) {
	return "$url&_wpnonce=nonce-$action";
}
function admin_url( $path ) {
	return "https://harbor-news.example/wp-admin/$path";
}
function is_multisite() {
	return false;
}
function wp_unschedule_hook( $hook ) {
	global $wp;
	$wp->scheduled = array();
}

// Other hosts, and later.
function wp_remote_post( $url, $request ) {
	global $wp;
	$wp->sent[] = array( $url, $request );
	return $wp->answer;
}
function is_wp_error( $value ) {
	return $value instanceof WP_Error;
}
function wp_remote_retrieve_response_code( $answer ) {
	return $answer['status'];
}
function wp_remote_retrieve_body( $answer ) {
	return $answer['body'];
}
function add_query_arg( $arguments, $url ) {
	$pairs = array();
	foreach ( $arguments as $name => $value ) {
		$pairs[] = "$name=$value";
	}
	return $url . '?' . implode( '&', $pairs );
}
function wp_next_scheduled( $hook, $arguments ) {
	global $wp;
	return in_array( array( $hook, $arguments ), $wp->scheduled, true );
}
function wp_schedule_single_event( $time, $hook, $arguments ) {
	global $wp;
	$wp->scheduled[] = array( $hook, $arguments );
}

// Texts.
function __( $text, $domain ) {
	return $text;
}
function esc_html__( $text, $domain ) {
	return esc_html( $text );
}
function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' );
}
function esc_attr( $text ) {
	return esc_html( $text );
}
function esc_url( $url ) {
	return str_replace( '&', '&#038;', $url );
}
function esc_url_raw( $url, $protocols ) {
	return in_array( parse_url( $url, PHP_URL_SCHEME ), $protocols, true ) ? $url : '';
}
function sanitize_text_field( $text ) {
	return trim( strip_tags( $text ) );
}
function sanitize_file_name( $name ) {
	return preg_replace( '~[^\w.-]~', '', $name );
}
function untrailingslashit( $path ) {
	return rtrim( $path, '/' );
}
function absint( $value ) {
	return abs( (int) $value );
}
function wp_slash( $text ) {
	return addslashes( $text );
}
function wp_strip_all_tags( $text ) {
	return strip_tags( $text );
}
function wp_specialchars_decode( $text, $quotes ) {
	return htmlspecialchars_decode( $text, $quotes );
}
function wp_json_encode( $value, $flags = 0 ) {
	return json_encode( $value, $flags );
}
if ( ! function_exists( 'mb_substr' ) ) { // WordPress has its own, too, where PHP has none.
	function mb_substr( $text, $start, $length ) {
		return substr( $text, $start, $length );
	}
}
