<?php
/**
 * Plugin Name:       article-ld
 * Plugin URI:        https://github.com/article-ld/article-ld
 * Description:       Puts the JSON-LD of article-ld into posts: people, places, quotations and events, merged with Yoast SEO's graph.
 * Version:           0.1.0
 * Requires at least: 6.2
 * Requires PHP:      7.4
 * Author:            The article-ld authors
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       article-ld
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/includes/class-settings.php';
require __DIR__ . '/includes/class-document.php';
require __DIR__ . '/includes/class-documents.php';
require __DIR__ . '/includes/class-yoast-graph.php';
require __DIR__ . '/includes/class-page-head.php';
require __DIR__ . '/includes/class-annotator.php';
require __DIR__ . '/includes/class-meta-box.php';

( new Page_Head() )->register();
( new Annotator() )->register();
if ( is_admin() ) {
	( new Settings() )->register();
	( new Meta_Box() )->register();
}
