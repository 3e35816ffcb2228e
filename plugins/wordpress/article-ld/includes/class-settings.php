<?php
/**
 * What an administrator sets, and the page to set it on.
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

/**
 * One option, an array: `source` is `folder` or `service`, `folder` a path, `service` the address of a server.
 */
class Settings {

	const OPTION = 'article_ld';
	const PAGE   = 'article-ld';

	/** Where the server listens if nobody says otherwise. */
	const SERVICE = 'http://127.0.0.1:8080/annotate';

	/** Declares the page and the option; options.php checks its nonce and who may save it. */
	public function register() {
		add_action( 'admin_menu', array( $this, 'add_page' ) );
		add_action( 'admin_init', array( $this, 'add_fields' ) );
	}

	/**
	 * The settings in force.
	 *
	 * @return array{source: string, folder: string, service: string}
	 */
	public static function all() {
		$defaults = array(
			'source'  => 'folder',
			'folder'  => wp_upload_dir()['basedir'] . '/json-ld',
			'service' => self::SERVICE,
		);
		return array_merge( $defaults, (array) get_option( self::OPTION, array() ) );
	}

	/** Adds the page under "Settings". */
	public function add_page() {
		add_options_page( 'article-ld', 'article-ld', 'manage_options', self::PAGE, array( $this, 'show_page' ) );
	}

	/** Declares the fields of the page. */
	public function add_fields() {
		$options = array(
			'type'              => 'array',
			'sanitize_callback' => array( $this, 'sanitized' ),
		);
		register_setting( self::PAGE, self::OPTION, $options );
		add_settings_section( 'source', __( 'Where JSON-LD comes from', 'article-ld' ), '__return_null', self::PAGE );
		$fields = array(
			'source'  => __( 'Source', 'article-ld' ),
			'folder'  => __( 'Folder', 'article-ld' ),
			'service' => __( 'Address of /annotate', 'article-ld' ),
		);
		foreach ( $fields as $name => $label ) {
			add_settings_field( $name, $label, array( $this, "show_$name" ), self::PAGE, 'source' );
		}
	}

	/**
	 * What is kept of a form; what cannot be used is refused with a message, and the former value stays.
	 *
	 * @param mixed $input What the form sent.
	 * @return array{source: string, folder: string, service: string}
	 */
	public function sanitized( $input ) {
		$kept  = self::all();
		$input = is_array( $input ) ? $input : array();
		if ( isset( $input['source'] ) && in_array( $input['source'], array( 'folder', 'service' ), true ) ) {
			$kept['source'] = $input['source'];
		}
		$folder = isset( $input['folder'] ) ? untrailingslashit( sanitize_text_field( $input['folder'] ) ) : $kept['folder'];
		if ( 'folder' === $kept['source'] && ! is_dir( $folder ) ) {
			/* translators: %s: a path */
			$message = sprintf( __( 'There is no folder %s on this server: create it, or give another path.', 'article-ld' ), $folder );
			add_settings_error( self::OPTION, 'folder', $message );
		} else {
			$kept['folder'] = $folder;
		}
		$service = isset( $input['service'] ) ? esc_url_raw( $input['service'], array( 'http', 'https' ) ) : $kept['service'];
		if ( '' === $service ) {
			add_settings_error( self::OPTION, 'service', __( 'The address must begin with http:// or https://.', 'article-ld' ) );
		} else {
			$kept['service'] = $service;
		}
		return $kept;
	}

	/** Prints the page. */
	public function show_page() {
		if ( ! current_user_can( 'manage_options' ) ) {
			return;
		}
		echo '<div class="wrap"><h1>article-ld</h1><form action="options.php" method="post">';
		settings_fields( self::PAGE );
		do_settings_sections( self::PAGE );
		submit_button();
		echo '</form></div>';
	}

	/** Prints the choice of the source. */
	public function show_source() {
		$choices = array(
			'folder'  => __( 'Files SLUG.jsonld in a folder, as “article-ld build” writes them', 'article-ld' ),
			'service' => __( 'A server, which reads each post when it is saved', 'article-ld' ),
		);
		foreach ( $choices as $value => $label ) {
			printf(
				'<p><label><input type="radio" name="%s[source]" value="%s" %s> %s</label></p>',
				esc_attr( self::OPTION ),
				esc_attr( $value ),
				checked( self::all()['source'], $value, false ),
				esc_html( $label )
			);
		}
	}

	/** Prints the field of the folder. */
	public function show_folder() {
		$this->show_text( 'folder', __( 'A path on this server. A file that is older than the last change of its post is not used.', 'article-ld' ) );
	}

	/** Prints the field of the server. */
	public function show_service() {
		$this->show_text( 'service', __( 'Start the server with: article-ld serve --annotate', 'article-ld' ) );
	}

	/**
	 * Prints a field of one line.
	 *
	 * @param string $name        The setting.
	 * @param string $description What to say below it.
	 */
	private function show_text( $name, $description ) {
		printf(
			'<input class="regular-text code" type="text" name="%1$s[%2$s]" value="%3$s" aria-describedby="article-ld-%2$s"><p class="description" id="article-ld-%2$s">%4$s</p>',
			esc_attr( self::OPTION ),
			esc_attr( $name ),
			esc_attr( self::all()[ $name ] ),
			esc_html( $description )
		);
	}
}
